/// The script of the page: it filters, counts what it shows, and opens every quotation before the page is
/// printed.
///
/// Plain and short on purpose; without it everything can be read. Long lists are worked through in slices, so
/// that typing stays smooth.
enum HTMLScript {
  static let text = """

    "use strict";
    (function () {
      var form = document.getElementById("filters");
      var status = document.getElementById("f-status");
      var nothing = document.getElementById("nothing");
      var items = Array.prototype.slice.call(document.querySelectorAll("li[data-order]"));
      var sections = Array.prototype.slice.call(document.querySelectorAll("section.period"));
      var gaps = Array.prototype.slice.call(document.querySelectorAll(".gap"));
      var field = {};
      ["text", "party", "kind", "from", "to", "undated"].forEach(function (name) {
        field[name] = document.getElementById("f-" + name);
      });
      var texts = new Array(items.length);
      var run = 0;
      if (!items.length) { return; }

      function words(index) {
        if (texts[index] === undefined) { texts[index] = items[index].textContent.toLowerCase(); }
        return texts[index];
      }
      function grouped(number) { return String(number).replace(/(\\d)(?=(\\d{3})+$)/g, "$1,"); }

      function wanted() {
        return {
          text: field.text.value.trim().toLowerCase().split(/\\s+/).filter(Boolean),
          party: field.party.value, kind: field.kind.value,
          from: field.from.value, to: field.to.value, undated: field.undated.checked
        };
      }
      function fits(index, want) {
        var data = items[index].dataset;
        if (want.kind && data.kind !== want.kind) { return false; }
        if (want.party && (" " + (data.parties || "") + " ").indexOf(" " + want.party + " ") < 0) { return false; }
        if (data.undated !== undefined) {
          if (!want.undated) { return false; }
        } else {
          if (want.from && data.last && data.last < want.from) { return false; }
          if (want.to && data.first && data.first > want.to) { return false; }
        }
        return want.text.every(function (word) { return words(index).indexOf(word) >= 0; });
      }

      function filter() {
        var mine = ++run, want = wanted(), index = 0, shown = 0;
        var all = !want.text.length && !want.party && !want.kind && !want.from && !want.to && want.undated;
        function slice() {
          if (mine !== run) { return; }
          var end = Math.min(index + 4000, items.length);
          for (; index < end; index++) {
            var keep = all || fits(index, want);
            if (items[index].hidden === keep) { items[index].hidden = !keep; }
            if (keep) { shown++; }
          }
          if (index < items.length) { setTimeout(slice, 0); return; }
          gaps.forEach(function (gap) { gap.hidden = !all; });
          sections.forEach(function (section) { section.hidden = !section.querySelector("li[data-order]:not([hidden])"); });
          nothing.hidden = shown > 0;
          status.textContent = (all ? "All " : grouped(shown) + " of ") + grouped(items.length) + (items.length === 1 ? " entry" : " entries") + " shown";
        }
        slice();
      }

      function openAll(open) {
        items.forEach(function (item) {
          if (!item.hidden) { item.querySelector("details").open = open; }
        });
      }
      function reveal() {
        var target = /^#entry-\\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
        if (!target) { return; }
        if (target.hidden) { form.reset(); filter(); }
        target.scrollIntoView();
      }

      var waiting;
      form.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
      form.addEventListener("submit", function (event) { event.preventDefault(); });
      form.addEventListener("reset", function () { setTimeout(filter, 0); });
      document.getElementById("f-open").addEventListener("click", function () {
        var close = this.textContent.indexOf("Close") === 0;
        openAll(!close);
        this.textContent = close ? "Open all quotes" : "Close all quotes";
      });
      var opened = [];
      addEventListener("beforeprint", function () {
        opened = Array.prototype.slice.call(document.querySelectorAll("li[data-order]:not([hidden]) details:not([open])"));
        opened.forEach(function (details) { details.open = true; });
      });
      addEventListener("afterprint", function () { opened.forEach(function (details) { details.open = false; }); });
      addEventListener("hashchange", reveal);
      form.hidden = false;
      filter();
      reveal();
    })();

    """
}
