/* What lists with a filter share: reading the fields, deciding what fits, keeping it in the address so that it can be sent. */
window.okrsiteSift = (function () {
  "use strict";

  function plain(text) {
    return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  }

  function fields(form) {
    return Array.prototype.slice.call(form.querySelectorAll("[data-f]"));
  }

  function asked(form) {
    var wanted = {};
    fields(form).forEach(function (field) {
      var value = field.value.trim();
      if (value) wanted[field.getAttribute("data-f")] = value;
    });
    return wanted;
  }

  function fits(row, wanted) {
    return Object.keys(wanted).every(function (key) {
      var has = row.getAttribute("data-" + key) || "";
      if (key === "tags") return has.split(" ").indexOf(wanted[key]) >= 0;
      if (key !== "words") return has === wanted[key];
      var words = plain(has);
      return plain(wanted[key]).split(/\s+/).every(function (word) { return words.indexOf(word) >= 0; });
    });
  }

  function fill(form) {
    location.hash.slice(1).split("&").forEach(function (pair) {
      var at = pair.indexOf("=");
      var field = at > 0 && fields(form).filter(function (one) { return one.getAttribute("data-f") === pair.slice(0, at); })[0];
      if (!field) return;
      try {
        field.value = decodeURIComponent(pair.slice(at + 1));
      } catch (broken) {
        /* an address that was cut off says nothing */
      }
    });
  }

  function keep(wanted) {
    var said = Object.keys(wanted).map(function (key) { return key + "=" + encodeURIComponent(wanted[key]); }).join("&");
    try {
      history.replaceState(null, "", said ? "#" + said : location.pathname + location.search);
    } catch (refused) {
      /* some browsers keep addresses of local files as they are */
    }
    document.querySelectorAll("[data-part]").forEach(function (link) {
      link.hash = said;
    });
  }

  return { asked: asked, fits: fits, fill: fill, keep: keep };
})();
