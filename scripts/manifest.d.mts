/** A thing of an element that has a name and a description. */
export interface Named {
  name: string;
  description?: string;
}

/** A property; those without an attribute are set by scripts alone. */
export interface Member extends Named {
  kind: 'field' | 'method';
  type?: { text: string };
  default?: string;
  attribute?: string;
  readonly?: boolean;
  parameters?: { name: string }[];
  inheritedFrom?: { name: string };
}

/** What the manifest says of an element. */
export interface ElementDeclaration {
  name: string;
  /** Absent on the base class. */
  tagName?: string;
  summary?: string;
  members?: Member[];
  events?: (Named & { type?: { text: string } })[];
  slots?: Named[];
  cssParts?: Named[];
  cssProperties?: Named[];
  cssStates?: Named[];
}

/** The part of a custom-elements manifest that our docs use. */
export interface Manifest {
  modules: { path: string; declarations: ElementDeclaration[] }[];
}

/** Reads the sources of the elements; gives the manifest of what `index.ts` exports. */
export function elementsManifest(): Manifest;
