/** A page as a council's content management system serves it, around somebody's text. */

/** Parts under second-level headings, as accordions of three kinds; the first stands open. */
function accordions(html: string): string {
  const parts = html.split(/(?=<h2\b)/);
  return parts
    .map((part, index) => {
      const heading = /^<h2\b(?:[^>]*?\bid="([^"]*)")?[^>]*>([\s\S]*?)<\/h2>/.exec(part);
      if (heading === null || index < 4) return part;
      const [whole, id = `part-${index}`, title = ''] = heading;
      const body = part.slice(whole.length);
      if (index % 3 === 0) {
        return `<h2 id="${id}"><button type="button" aria-expanded="false" aria-controls="panel-${index}">${title}<span class="icon" aria-hidden="true">+</span></button></h2>
<div id="panel-${index}" class="accordion__panel" hidden>${body}</div>\n`;
      }
      if (index % 3 === 1) {
        return `<section class="accordion"><h2 id="${id}"><a role="button" data-toggle="collapse" href="#collapse-${index}">${title}</a></h2>
<div id="collapse-${index}" class="collapse" style="display: none" aria-hidden="true">${body}</div></section>\n`;
      }
      return `<details id="details-${index}"><summary><h2 id="${id}">${title}</h2></summary>${body}</details>\n`;
    })
    .join('');
}

export function councilPage(council: string, html: string): string {
  return `<!DOCTYPE html>
<html lang="en-GB" class="no-js">
<head>
<meta charset="utf-8">
<title>Multi-agency safeguarding arrangements | ${council} Council</title>
<style>.hidden { display: none } body { font-family: sans-serif }</style>
<script>window.dataLayer = window.dataLayer || []; dataLayer.push({ 'text': 'The independent scrutineer reports every year.' });</script>
</head>
<body class="page node-type-page">
<a href="#main-content" class="visually-hidden focusable skip-link">Skip to main content</a>
<div id="cookie-banner" class="cookie-banner" role="region" aria-label="Cookies on ${council.toLowerCase()}.example">
<h2>Cookies on this website</h2>
<p>The council uses some essential cookies to make this website work and shares information with its partners.</p>
<button type="button">Accept additional cookies</button> <button type="button">Reject additional cookies</button>
</div>
<header class="site-header" role="banner">
<a href="/" class="logo">${council} Council</a>
<form action="/search" role="search"><label for="q">Search this site</label><input id="q" name="q"><button>Search</button></form>
<nav class="main-nav" aria-label="Main"><ul><li><a href="/bins">Bins</a></li><li><a href="/council-tax">Council tax</a></li><li><a href="/safeguarding">Safeguarding children</a></li><li><a href="/funding">Funding and grants</a></li></ul></nav>
</header>
<div class="breadcrumbs"><ol><li><a href="/">Home</a></li><li><a href="/children">Children and families</a></li><li>Arrangements</li></ol></div>
<main id="main-content" class="l-main">
<div class="l-content">
${accordions(html)}
</div>
<div class="page-feedback"><form action="/feedback"><fieldset><legend>Was this page helpful?</legend><label><input type="radio"> Yes</label><label><input type="radio"> No</label></fieldset><button>Send feedback</button></form></div>
<p class="visually-hidden">End of arrangements. All partners have agreed their contributions.</p>
<div class="share-links"><a href="#">Share on Facebook</a> <a href="#">Share by email</a></div>
</main>
<aside class="sidebar"><h2>In this section</h2><ul><li><a href="/training">Multi-agency training</a></li><li><a href="/voice">The voice of the child</a></li><li><a href="/reviews">Learning from reviews</a></li></ul></aside>
<footer class="site-footer" role="contentinfo">
<h2>Contact us</h2><p>The chief executive of ${council} Council is the lead safeguarding partner.</p>
<ul><li><a href="/privacy">Privacy</a></li><li><a href="/accessibility">Accessibility</a></li></ul>
</footer>
<script src="/site.js"></script>
<noscript><p>This site works better with JavaScript.</p></noscript>
</body>
</html>
`;
}
