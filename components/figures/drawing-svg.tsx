import type { Badge, Box, Drawing, Label, Line } from '@/lib/topology/drawing'
import { BadgeMark } from './badge-mark'
import { BoxShape } from './box-shape'
import { LabelText } from './label-text'
import { crossPath, LineEnd, LineHighlight, LinePath } from './line-path'

export type DrawingSvgProps = {
  drawing: Drawing
  /** Unique on the page: the names of the drawing hang on it. */
  id: string
  title: string
  description: string
  className: string
}

/**
 * Boxes of one link are printed together with their text, so that the whole node can be followed. A bar whose name
 * stands above it is no link of its own: it would have no name, and the label leads to the same place.
 */
function LinkedBox({ box, labels }: { box: Box; labels: readonly Label[] }) {
  const parts = (
    <>
      <BoxShape box={box} />
      {labels.map((label) => (
        <LabelText key={label.id} label={label} linked={box.href === undefined} />
      ))}
    </>
  )
  return box.href === undefined || labels.length === 0 ? (
    parts
  ) : (
    <a href={box.href} className="dia-link">
      {parts}
    </a>
  )
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <>
      {lines
        .filter((line) => line.tone === 'mark')
        .map((line) => (
          <LineHighlight key={line.id} line={line} />
        ))}
      {lines.map((line) => (
        <LinePath key={line.id} line={line} />
      ))}
      {lines.map((line) => (
        <LineEnd key={line.id} line={line} />
      ))}
    </>
  )
}

export function DrawingSvg({ drawing, id, title, description, className }: DrawingSvgProps) {
  const { width, height, boxes, lines, labels, badges, dots, crosses } = drawing
  const behind = boxes.filter((box) => box.shape === 'boundary')
  const solid = boxes.filter((box) => box.shape !== 'boundary')
  const homes = new Set(solid.map((box) => box.id))
  const context = lines.filter(
    (line) =>
      line.kind === 'guide' ||
      line.kind === 'lifeline' ||
      line.kind === 'axis' ||
      line.kind === 'divider' ||
      line.kind === 'instant',
  )
  const linked = boxes.some((box) => box.href !== undefined) || labels.some((label) => label.href !== undefined)
  const connections = lines.filter((line) => !context.includes(line))
  return (
    <svg
      className={`dia ${className}`}
      viewBox={`0 0 ${width + 1} ${height + 1}`}
      width={width + 1}
      height={height + 1}
      role={linked ? 'group' : 'img'}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <g transform="translate(.5 .5)">
        {behind.map((box) => (
          <BoxShape key={box.id} box={box} />
        ))}
        <Lines lines={context} />
        <Lines lines={connections} />
        {dots.map((dot) => (
          <circle key={`${dot.x},${dot.y}`} className={`dia-dot dia-${dot.tone}`} cx={dot.x} cy={dot.y} r="2.6" />
        ))}
        {badges
          .filter((badge) => !homes.has(badge.on))
          .map((badge: Badge) => (
            <BadgeMark key={badge.id} badge={badge} />
          ))}
        {solid.map((box) => (
          <LinkedBox key={box.id} box={box} labels={labels.filter((label) => label.inside === box.id)} />
        ))}
        {badges
          .filter((badge) => homes.has(badge.on))
          .map((badge) => (
            <BadgeMark key={badge.id} badge={badge} />
          ))}
        {crosses.map(({ x, y }) => (
          <path key={`${x},${y}`} className="dia-cross" d={crossPath({ x, y })} />
        ))}
        {labels
          .filter((label) => !homes.has(label.inside ?? ''))
          .map((label) => (
            <LabelText key={label.id} label={label} linked />
          ))}
      </g>
    </svg>
  )
}
