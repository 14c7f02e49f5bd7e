import type { ReactNode } from 'react'
import { todayInUtc } from '@/lib/content/dates'
import { profile } from '@/lib/content/site'
import { Bar, type Place } from './bar'
import { SiteMap } from './site-map'

/** What every page stands in. */
export function Shell({ here, children }: { here?: Place; children: ReactNode }) {
  const { name, role, contact } = profile()
  const month = todayInUtc().slice(0, 7)
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <Bar name={name} here={here} />
      <main id="main" className="frame" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <div className="frame">
          <div className="row">
            <div className="rail">
              <span>
                Rev. <time dateTime={month}>{month}</time>
              </span>
            </div>
            <div className="body">
              <SiteMap />
              <div className="imprint">
                <span>
                  {name}, {role.toLowerCase()}
                </span>
                <a href={`mailto:${contact.email}`}>{contact.email}</a>
                <span data-page-weight />
                <span>Set in Archivo, STIX Two Text and Sometype Mono. No trackers. It prints well.</span>
              </div>
            </div>
          </div>
        </div>
      </footer>
    </>
  )
}
