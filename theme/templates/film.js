{# A player comes in the place of its link, after the tap. Without a referrer, YouTube refuses to play. #}
document.querySelectorAll("[data-film]").forEach(link => link.onclick = () => {
  const film = document.createElement("iframe");
  film.allow = "autoplay;fullscreen";
  film.referrerPolicy = "strict-origin";
  film.title = link.textContent;
  film.src = link.dataset.film;
  link.replaceWith(film);
  film.focus();
  return false;
});
