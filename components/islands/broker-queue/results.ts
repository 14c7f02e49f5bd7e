// What shows a run other than the printed one.
export { expectations } from '@/lib/queue/expectations'
export { BothWays } from './both-ways'
export { drawCharts } from './chart-drawing'
export { Facts } from './facts'
export { layoutsOf } from './layout'
export { Theory } from './theory'
