// On a new page the keyboard and the screen reader begin at what matters: the errors, else the heading.
// A focus that somebody has moved before this ran stays where it is.
const first = document.querySelector('[data-focus-first]') ?? document.querySelector('main h1');
const nothingHasTheFocus = !document.activeElement || document.activeElement === document.body;

if (first && nothingHasTheFocus && !location.hash && !document.querySelector('main [autofocus]')) {
	first.tabIndex = -1;
	first.focus({ preventScroll: !first.hasAttribute('data-focus-first') });
}

addEventListener('beforeprint', () => {
	for (const details of document.querySelectorAll('main details:not([open])')) {
		details.open = true;
		details.dataset.openedToPrint = '';
	}
});

addEventListener('afterprint', () => {
	for (const details of document.querySelectorAll('[data-opened-to-print]')) {
		details.open = false;
		delete details.dataset.openedToPrint;
	}
});
