/** What every page loads; the configuration fills in the addresses. */
export const assets = {
  names: [
    ...["fonts", "tokens", "base", "parts", "pages", "lists", "print", "key-plan", "team"].map((name) => `${name}.css`),
    "icon.svg",
    ...["early", "theme", "print", "link", "find"].map((name) => `${name}.js`),
  ],
  addresses: {},
};
