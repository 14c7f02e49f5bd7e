import { nameOf, skills } from '@/lib/content/vocabulary'

/** What this is evidence for: each skill leads to everything else that proves it. */
export function SkillLinks({ skills: slugs }: { skills: readonly string[] }) {
  if (slugs.length === 0) return null
  const names = skills()
  return (
    <p className="skill-links">
      <span className="note">Evidence for</span>
      {slugs.map((slug) => (
        <a key={slug} href={`/skills/${slug}/`}>
          {nameOf(names, slug)}
        </a>
      ))}
    </p>
  )
}
