/** A cell as the server prints it; null: NULL */
export type SqlCell = string | null;

export type SqlColumn = { readonly name: string; readonly numeric: boolean };

/** What a database answered to one statement. */
export type SqlAnswer =
  | { readonly kind: 'rows'; readonly columns: readonly SqlColumn[]; readonly rows: readonly (readonly SqlCell[])[] }
  /** changed: how many rows it inserted, updated or deleted */
  | { readonly kind: 'done'; readonly changed: number }
  /** message: the server's own */
  | { readonly kind: 'error'; readonly message: string; readonly errno: number; readonly sqlState: string };
