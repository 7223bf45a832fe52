// While an answer is awaited: words on the button at once, what is being done after a second,
// and what is slow after five. A second click would send the same form twice; it is answered instead.
const SAY_WHAT = 1000;
const SAY_WHY = 5000;

const line = document.getElementById('waiting');
const labels = new Map();
let timers = [];

function isUnderWay() {
	return labels.size > 0;
}

function begin(button, doing, server) {
	labels.set(button, button.textContent);
	button.textContent = doing;
	button.setAttribute('aria-disabled', 'true');
	timers = [
		setTimeout(() => tell(doing), SAY_WHAT),
		setTimeout(() => tell(line.dataset[server]), SAY_WHY)
	];
}

function tell(words) {
	line.textContent = words;
}

function end() {
	timers.forEach(clearTimeout);
	for (const [button, label] of labels) {
		button.textContent = label;
		button.removeAttribute('aria-disabled');
	}
	labels.clear();
	tell('');
}

// The Enter key presses a button that is not to be seen where a page has several.
function pressed(form, submitter) {
	return submitter?.matches('.visually-hidden') === false ? submitter : form.querySelector('.btn-primary') ?? submitter;
}

function onSubmit(event) {
	if (isUnderWay()) {
		event.preventDefault();
		tell(line.dataset.again);
		return;
	}
	const form = event.currentTarget;
	const button = pressed(form, event.submitter);
	if (button) {
		begin(button, button.dataset.doing ?? form.dataset.doing ?? line.dataset.doing, button.dataset.server ?? form.dataset.server ?? 'both');
	}
}

function onFollow(event) {
	const link = event.currentTarget;
	if (event.ctrlKey || event.metaKey || event.shiftKey) {
		return;
	}
	if (isUnderWay()) {
		event.preventDefault();
		tell(line.dataset.again);
		return;
	}
	begin(link, link.dataset.doing, link.dataset.server ?? 'both');
}

if (line) {
	document.querySelectorAll('main form').forEach((form) => form.addEventListener('submit', onSubmit));
	document.querySelectorAll('main a[data-doing]').forEach((link) => link.addEventListener('click', onFollow));
	// A page that comes back from the browser's memory waits for nothing, nor does one whose loading was stopped.
	addEventListener('pageshow', end);
	addEventListener('keydown', (event) => event.key === 'Escape' && end());
}
