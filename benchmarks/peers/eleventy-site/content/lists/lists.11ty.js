import { base } from "../../_includes/base.js";
import { kinds } from "../../_includes/list-kinds.js";

export const data = {
  pagination: { data: "collections.lists", size: 1, alias: "list" },
  permalink: (data) => data.list.url,
};

export function render(data) {
  return base({ ...data, title: data.list.title }, kinds[data.list.kind](data.list, data));
}
