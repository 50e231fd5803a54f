/** A topology as data: which processes there are and which modules each serves. */
export type Stage = {
  readonly name: string;
  readonly processes: readonly [StageProcess, ...StageProcess[]];
};

export type StageProcess = { readonly name: string; readonly modules: readonly string[] };
