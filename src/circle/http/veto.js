const says = document.getElementById("says");
const no = document.getElementById("no");
no.addEventListener("click", async () => {
  no.disabled = true;
  const code = decodeURIComponent(location.hash.slice(1));
  try {
    const answer = await fetch("v1/trustee/veto", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ code }),
    });
    if (answer.ok) {
      no.remove();
      says.textContent = "Nobody acts for you. You can close this page.";
    } else if (answer.status === 404) {
      no.remove();
      says.textContent = "This link is not good any more. Look into the app to see who acts for you.";
    } else {
      throw new Error(String(answer.status));
    }
  } catch {
    no.disabled = false;
    says.textContent = "That did not work. Please try again.";
  }
});
