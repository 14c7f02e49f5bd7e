export const PAGE_STYLE = [
  ':root{color-scheme:light dark;--paper:#fff;--ink:#1a1a18;--soft:#6b6862;--rule:#c9c4ba;--accent:#9a3412}',
  '@media (prefers-color-scheme:dark){:root{--paper:#171614;--ink:#ece8e0;--soft:#a29d93;--rule:#4a4740;--accent:#f0925f}}',
  'body{margin:0 auto;max-width:90rem;padding:1.5rem;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}',
  'a{color:inherit}a:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px}',
  '.drawing{margin:1rem 0;overflow:auto;border:1px solid var(--rule);max-height:90vh}.narrow{display:none}',
  '@media (max-width:48rem){.two-drawings .wide{display:none}.narrow{display:block;max-height:none}.narrow svg{width:100%;height:auto}}',
  '.scroll{overflow-x:auto;margin:.5rem 0 1rem}table{border-collapse:collapse;font-size:.875rem}caption{text-align:left;color:var(--soft)}',
  'th,td{border-top:1px solid var(--rule);padding:.25rem .75rem .25rem 0;text-align:left;vertical-align:top}',
  'code,pre,.sql{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.8125rem}',
  '.facts{color:var(--soft);font-size:.875rem}.sql{padding-left:4rem;overflow-x:auto}.sql li{white-space:pre}:target{outline:2px solid var(--accent)}',
  '.severity-high td:first-child,.severity-medium td:first-child{font-weight:700;color:var(--accent)}',
  '@media print{.drawing{max-height:none;overflow:visible}}',
].join('\n')
