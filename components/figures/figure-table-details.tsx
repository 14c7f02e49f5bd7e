import type { FigureTable } from '@/lib/topology/figure-text'

export function FigureTableDetails({ table, caption }: { table: FigureTable; caption: string }) {
  return (
    <details className="figure-data">
      <summary>The figure as a table</summary>
      <table>
        <caption className="figure-unseen">{caption}</caption>
        <thead>
          <tr>
            {table.head.map((cell, index) =>
              cell === '' ? (
                <td key={index} />
              ) : (
                <th key={index} scope="col">
                  {cell}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
