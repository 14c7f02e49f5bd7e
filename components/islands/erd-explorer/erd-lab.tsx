import { Row } from '@/components/site/sheet'
import { erdDocument, schemaNames } from '@/lib/content/erd'
import { ErdFigure } from './erd-figure'
import { erdHref, homeSchema } from './erd-href'
import { labFigure } from './explorer-source'

/** The instrument on a page of its own. There is one for each schema in content/schemas; the switch is a link and needs no script. */
export async function ErdLab({ name }: { name: string }) {
  const document = await erdDocument(name)
  return (
    <div className="pt-10">
      <Row rail={<SchemaSwitch here={name} />}>
        <ErdFigure
          id={labFigure(name)}
          document={document}
          focus={name === homeSchema ? 'invoices' : null}
          mode="all"
          hops={1}
          caption={null}
          isLab
        />
        <section className="erd-limits">
          <h2>What this does not model</h2>
          <ul>
            <li>Rows: the delete simulator assumes that every reference is in use. It says what may happen, not how often.</li>
            <li>Roles and grants: a policy is judged by its text, not by who owns the table or bypasses it.</li>
            <li>Functions and triggers: they are counted under Statements, and what they write is not followed.</li>
          </ul>
        </section>
      </Row>
    </div>
  )
}

function SchemaSwitch({ here }: { here: string }) {
  return (
    <nav className="erd-switch" aria-label="Schema">
      {schemaNames().map((name) => (
        <a key={name} href={erdHref(name)} aria-current={name === here ? 'page' : undefined}>
          {name}.sql
        </a>
      ))}
    </nav>
  )
}
