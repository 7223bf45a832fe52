// While an answer is awaited: words on the button at once, what is being done after a second,
// and what is slow after five. A second click would send the same form twice; it is answered instead.
const SAY_WHAT = 1000;
const SAY_WHY = 5000;

const line = document.getElementById('waiting');
let pressed = null;
let timers = [];

function begin(button, doing, server) {
	pressed = { button, label: button.textContent };
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
	if (pressed) {
		pressed.button.textContent = pressed.label;
		pressed.button.removeAttribute('aria-disabled');
		pressed = null;
	}
	tell('');
}

function isASecondClick(event) {
	if (pressed) {
		event.preventDefault();
		tell(line.dataset.again);
	}
	return pressed !== null;
}

// The Enter key presses a button that is not to be seen where a page has several.
function buttonOf(form, submitter) {
	return submitter?.matches('.visually-hidden') === false ? submitter : form.querySelector('.btn-primary') ?? submitter;
}

function onSubmit(event) {
	if (isASecondClick(event)) {
		return;
	}
	const form = event.currentTarget;
	const button = buttonOf(form, event.submitter);
	if (button) {
		begin(button, form.dataset.doing ?? line.dataset.doing, form.dataset.server ?? 'both');
	}
}

function onFollow(event) {
	const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
	if (!elsewhere && !isASecondClick(event)) {
		begin(event.currentTarget, event.currentTarget.dataset.doing, 'both');
	}
}

if (line) {
	document.querySelectorAll('main form').forEach((form) => form.addEventListener('submit', onSubmit));
	document.querySelectorAll('main a[data-doing]').forEach((link) => link.addEventListener('click', onFollow));
	// A page that comes back from the browser's memory waits for nothing, nor does one whose loading was stopped.
	addEventListener('pageshow', end);
	addEventListener('keydown', (event) => event.key === 'Escape' && end());
}
