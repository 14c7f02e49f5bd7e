import { filterClasses } from '@/lib/content/filters'
import { entryNumber, type Project } from '@/lib/content/projects'

const kindName = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1)

/** All projects, a line each; the number is marked where a case study tells the whole story. */
export function ProjectIndex({ projects }: { projects: readonly Project[] }) {
  return (
    <ol className="index">
      {projects.map((project) => {
        const { slug, href, fields } = project
        const number = entryNumber(fields.entry)
        return (
          <li key={slug} className={`row ruled ${filterClasses(project)}`}>
            <span className="rail">
              <span className="number">{fields.caseStudy ? <mark>{number}</mark> : number}</span>
            </span>
            <span className="body">
              <a className="name" href={href}>
                {fields.title}
              </a>
              <span className="subject">{fields.is}</span>
              <span className="kind">{kindName(fields.kind)}</span>
              <span className="language">{fields.language}</span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
