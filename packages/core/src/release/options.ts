/** The shape of an `AbortSignal` that is looked at. */
export interface Signal {
  readonly aborted: boolean;
  readonly reason?: unknown;
}

/** How far a release is: a word for what is done, and how much of that. */
export interface ReleaseProgress {
  phase: 'release';
  done: number;
  of: number;
}

/** How a release is accompanied. */
export interface ReleaseOptions {
  /** Looked at between two steps: when aborted, the computation throws its reason. */
  signal?: Signal | undefined;
  /** Hears how far the release is, after each group and each measure. */
  onProgress?: ((progress: ReleaseProgress) => void) | undefined;
}
