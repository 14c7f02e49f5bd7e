import { Row } from '@/components/site/sheet'
import type { Profile } from '@/lib/content/profile'

/** How I work: a number, the rule, its reason. */
export function Rules({ rules, heading = 'h3' }: { rules: Profile['howIWork']; heading?: 'h2' | 'h3' }) {
  const Title = heading
  return rules.map(({ rule, why }, index) => (
    <Row
      key={rule}
      rule={index === 0 ? 'opens' : 'ruled'}
      className="rule-row"
      rail={<span className="number">{index + 1}</span>}
    >
      <div className="pair">
        <Title>{rule}</Title>
        <p className="entry-text">{why}</p>
      </div>
    </Row>
  ))
}

/** Focus areas: the field, what I hold about it, the words one would search for. */
export function FocusAreas({ areas }: { areas: Profile['focusAreas'] }) {
  return areas.map(({ area, text, terms }, index) => (
    <Row key={area} rule={index === 0 ? 'opens' : 'ruled'} className="rule-row focus">
      <div className="triple">
        <h3>{area}</h3>
        <p className="serif">{text}</p>
        <p className="note">{terms.join(', ')}</p>
      </div>
    </Row>
  ))
}
