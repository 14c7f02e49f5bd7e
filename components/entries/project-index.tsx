import { entryNumber, type Project } from '@/lib/content/projects'

export function ProjectIndex({ projects }: { projects: readonly Project[] }) {
  return (
    <ul className="index">
      {projects.map(({ slug, href, fields }) => (
        <li key={slug} className="row ruled">
          <span className="rail">
            <span className="number">{entryNumber(fields.entry)}</span>
          </span>
          <span className="body">
            <a className="name" href={href}>
              {fields.title}
            </a>
            <span className="subject">{fields.is}</span>
            <span className="kind">{fields.kind}</span>
            <span className="language">{fields.language}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
