/** Loads a module of the repository that has no types, by its path from the root. */
export async function load<Module>(path: string): Promise<Module> {
  // The caller says what the module exports; those of scripts and examples are plain JavaScript.
  return (await import(new URL(`../../${path}`, import.meta.url).href)) as Module;
}
