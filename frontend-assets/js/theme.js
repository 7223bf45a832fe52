// Changes the colours in place: a page that is loaded again would lose what was typed on it.
const form = document.querySelector('.theme-switch');

async function choose(event) {
	event.preventDefault();
	const button = event.submitter;
	const fields = new URLSearchParams(new FormData(form));
	fields.set(button.name, button.value);
	const answer = await fetch(form.action, { method: 'POST', body: fields, redirect: 'manual' });
	if (answer.type !== 'opaqueredirect') {
		location.reload();
		return;
	}
	if (button.value === 'auto') {
		delete document.documentElement.dataset.bsTheme;
	}
	else {
		document.documentElement.dataset.bsTheme = button.value;
	}
	form.querySelectorAll('button').forEach((each) => each.setAttribute('aria-pressed', each === button));
}

form?.addEventListener('submit', choose);
