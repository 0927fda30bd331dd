/// The script of the page: keys n, p and s, and where one is. Without it everything can be read and filtered.
enum DiffHTMLScript {
  static let text = """

    "use strict";
    (function () {
      var where = document.getElementById("where");
      var at = -1;
      function shown() {
        return Array.prototype.filter.call(document.querySelectorAll(".op[id^='c']"), function (op) { return op.offsetParent !== null; });
      }
      function go(step) {
        var ops = shown();
        if (!ops.length) { where.textContent = "No change is shown"; return; }
        var here = document.querySelector(".op.here");
        at = here ? ops.indexOf(here) : (step > 0 ? -1 : ops.length);
        at = Math.max(0, Math.min(ops.length - 1, at + step));
        if (here) { here.classList.remove("here"); }
        ops[at].classList.add("here");
        ops[at].focus({ preventScroll: true });
        ops[at].scrollIntoView({ block: "center" });
        where.textContent = "Change " + (at + 1) + " of " + ops.length;
      }
      document.addEventListener("keydown", function (event) {
        if (event.ctrlKey || event.altKey || event.metaKey) { return; }
        if (event.target.tagName === "INPUT" && event.target.type === "text") { return; }
        if (event.key === "n") { go(1); } else if (event.key === "p") { go(-1); } else if (event.key === "s") {
          document.getElementById("v-side").click();
        } else { return; }
        event.preventDefault();
      });
      document.addEventListener("click", function (event) {
        var link = event.target.closest("a[href^='#c'], a[href^='#f']");
        if (!link) { return; }
        var target = document.getElementById(link.getAttribute("href").slice(1));
        var fold = target && target.closest("details");
        if (fold) { fold.open = true; }
        var here = document.querySelector(".op.here");
        if (here) { here.classList.remove("here"); }
        if (target) { target.classList.add("here"); }
      });
    })();

    """
}
