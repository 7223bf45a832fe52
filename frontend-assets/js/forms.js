// Shows and hides a password; before it is sent, it is hidden again.
function show(button, visible) {
	document.getElementById(button.getAttribute('aria-controls')).type = visible ? 'text' : 'password';
	button.textContent = visible ? button.dataset.hideShort : button.dataset.showShort;
	button.setAttribute('aria-label', visible ? button.dataset.hide : button.dataset.show);
}

for (const button of document.querySelectorAll('[data-reveal]')) {
	const field = document.getElementById(button.getAttribute('aria-controls'));
	button.hidden = false;
	button.addEventListener('click', () => show(button, field.type === 'password'));
	field.form?.addEventListener('submit', () => show(button, false));
}
