// Copy buttons appear only where the browser lets a page copy: not on plain HTTP in a local network.
function prepare(button) {
	const label = button.querySelector('span');
	const words = label.textContent;
	button.hidden = false;
	button.addEventListener('click', async () => {
		await navigator.clipboard.writeText(button.dataset.copy);
		label.textContent = button.dataset.copied;
		document.getElementById('announcement').textContent = `${words}: ${button.dataset.copied}`;
		setTimeout(() => {
			label.textContent = words;
		}, 2000);
	});
}

if (navigator.clipboard) {
	document.querySelectorAll('[data-copy]').forEach(prepare);
}
