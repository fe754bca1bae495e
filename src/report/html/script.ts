/**
 * The page's script, in plain JavaScript: it shows the filter, folds what is met, and opens whatever a link leads to.
 * Without it everything is visible.
 */
export const script = `(function () {
  'use strict';
  var form = document.getElementById('filter');
  var cards = Array.prototype.slice.call(document.querySelectorAll('.card'));
  var folds = Array.prototype.slice.call(document.querySelectorAll('details[data-fold]'));
  var words = cards.map(function (card) { return card.textContent.toLowerCase(); });

  function one(id) { return document.getElementById(id); }

  function apply() {
    var wanted = one('filter-words').value.toLowerCase().split(/\\s+/).filter(Boolean);
    var theme = one('filter-theme').value;
    var force = one('filter-force').value;
    var eye = one('filter-eye').checked;
    var boxes = Array.prototype.slice.call(form.querySelectorAll('[name=verdict]'));
    var verdicts = boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
    var shown = 0;
    cards.forEach(function (card, number) {
      var data = card.dataset;
      var fits = verdicts.indexOf(data.verdict) >= 0 && (!theme || data.theme === theme) &&
        (!force || data.force === force) && (!eye || data.eye === 'yes') &&
        wanted.every(function (word) { return words[number].indexOf(word) >= 0; });
      card.hidden = !fits;
      if (fits) shown += 1;
    });
    document.querySelectorAll('.group').forEach(function (group) {
      group.hidden = !group.querySelector('.card:not([hidden])');
    });
    one('filter-result').textContent = shown === cards.length
      ? 'All ' + cards.length + ' requirements are shown.'
      : shown + ' of ' + cards.length + ' requirements are shown.';
  }

  function setFolds(within, open) {
    within.querySelectorAll('details[data-fold]').forEach(function (fold) { fold.open = open; });
  }

  function label(button, open) {
    button.setAttribute('aria-expanded', String(open));
    button.textContent = open ? 'Fold all' : 'Show all';
  }

  document.querySelectorAll('button.fold').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      var open = button.getAttribute('aria-expanded') !== 'true';
      setFolds(button.closest('.group'), open);
      label(button, open);
    });
  });
  setFolds(document, false);

  function show(id) {
    var target = id && document.getElementById(id);
    if (!target) return null;
    var card = target.closest('.card');
    if (card && card.hidden) { form.reset(); apply(); }
    var fold = target.closest('details');
    if (target === card) fold = card.querySelector('details');
    if (fold) fold.open = true;
    return target;
  }

  function named(hash) {
    try { return decodeURIComponent(hash.slice(1)); } catch (error) { return ''; }
  }

  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link) show(named(link.getAttribute('href')));
  });
  var first = show(named(location.hash));
  if (first) first.scrollIntoView();

  var open = [];
  window.addEventListener('beforeprint', function () {
    open = folds.map(function (fold) { var was = fold.open; fold.open = true; return was; });
  });
  window.addEventListener('afterprint', function () {
    folds.forEach(function (fold, number) { fold.open = open[number] === true; });
  });

  if (form) {
    form.hidden = false;
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    form.addEventListener('input', apply);
    form.addEventListener('reset', function () { setTimeout(apply, 0); });
    apply();
  }
})();
`;
