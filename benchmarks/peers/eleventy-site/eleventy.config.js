import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gathered } from "./_includes/gathered.js";
import { lists } from "./_includes/lists.js";
import { assets } from "./_includes/assets.js";

const fingerprinted = (name) => {
  const digest = createHash("md5").update(readFileSync(`assets/${name}`)).digest("hex").slice(0, 10);
  return name.replace(".", `.${digest}.`);
};

export default function (config) {
  for (const name of assets.names) {
    const to = fingerprinted(name);
    assets.addresses[name] = `/assets/${to}`;
    config.addPassthroughCopy({ [`assets/${name}`]: `assets/${to}` });
  }
  config.addPassthroughCopy({ "assets/fonts": "assets/fonts" });
  config.addGlobalData("permalink", () => (data) => `${data.page.filePathStem}.html`);
  config.addCollection("company", (api) => gathered(api.getAll()));
  config.addCollection("lists", (api) => lists(gathered(api.getAll()), api.getAll()[0].data.company));
}

export const config = {
  dir: { input: "content", includes: "../_includes", data: "../_data" },
  markdownTemplateEngine: false,
  htmlTemplateEngine: false,
};
