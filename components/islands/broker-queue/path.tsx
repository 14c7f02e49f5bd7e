import { Topology, type TopologyProps } from './topology'

/** The drawing and what its marks mean. */
export const Path = (shown: TopologyProps) => (
  <>
    <Topology {...shown} />
    <p className="bq-legend">
      <span className="bq-key bq-key-dot">message</span>
      <span className="bq-key bq-key-working">being worked on</span>
      <span className="bq-key bq-key-again">tried before</span>
      <span className="bq-key bq-key-poison">poison</span>
    </p>
  </>
)
