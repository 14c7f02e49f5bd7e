import type { ReactNode } from 'react'
import { profile } from '@/lib/content/site'
import { Bar, type Place } from './bar'

/** What every page stands in. */
export function Shell({ here, children }: { here?: Place; children: ReactNode }) {
  const { name, role, contact } = profile()
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <Bar name={name} here={here} />
      <main id="main" className="frame">
        {children}
      </main>
      <footer className="foot">
        <div className="frame">
          <div className="row">
            <div className="rail" />
            <div className="body">
              <span>
                {name}, {role.toLowerCase()}
              </span>
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
              <span>Set in Archivo, STIX Two Text and Sometype Mono. No trackers. It prints well.</span>
            </div>
          </div>
        </div>
      </footer>
    </>
  )
}
