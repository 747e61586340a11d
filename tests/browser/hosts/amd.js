// The script is loaded twice: by its tag, and as a module of the loader.
require(["/embed/wengang.js"], () => {
  document.documentElement.dataset.required = "yes";
});
