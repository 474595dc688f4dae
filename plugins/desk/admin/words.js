// What the form's program calls things, in words that are true here: it saves into a folder, and publishes nothing.
(() => {
  const saved = "Saved in the folder. Nothing is online yet.";
  const words = {
    app: { header: { content: "Texts", media: "Pictures", quickAdd: "New" } },
    auth: { login: "Open the form", loggingIn: "Opening …" },
    collection: {
      sidebar: { collections: "Texts", searchAll: "Search" },
      collectionTop: { newButton: "New: %{collectionLabel}", newButtonAriaLabel: "New: %{collectionLabel}" },
      entries: { noEntries: "Nothing is here yet." },
    },
    editor: {
      editorControlPane: {
        widget: { required: "%{fieldLabel} is needed.", regexPattern: "%{fieldLabel} has another form. %{pattern}." },
      },
      editor: {
        onLeavePage: "What you changed is not saved. Leave all the same?",
        onDeletePublishedEntry: "Delete this file from the folder? The person who knows git can bring it back.",
        onDeleteWithUnsavedChanges: "Delete this file from the folder, and what you have just changed?",
        confirmLoadBackup: "This browser kept something here that was never saved. Use it?",
      },
      editorToolbar: {
        publish: "Save", publishing: "Saving …", published: "Saved", publishNow: "Save",
        publishAndCreateNew: "Save, and begin another", publishAndDuplicate: "Save, and begin a copy",
        duplicate: "Begin a copy", deletePublishedEntry: "Delete this file", deleteEntry: "Delete this file",
        unsavedChanges: "Not saved yet", changesSaved: "Saved", backCollection: " %{collectionLabel}",
      },
      editorWidgets: {
        image: { choose: "Choose a picture", chooseDifferent: "Choose another picture", remove: "Take the picture out" },
      },
    },
    mediaLibrary: {
      mediaLibrary: { onDelete: "Delete these pictures from the folder? Pages may still show them." },
      mediaLibraryModal: { upload: "Add a picture", uploading: "Adding …", chooseSelected: "Take this picture" },
    },
    ui: {
      toast: {
        entrySaved: saved, entryPublished: saved,
        missingRequiredField: "Something that is needed is still empty. It is marked in red.",
        onFailToPersist: "It could not be saved: %{details}", onFailToPublishEntry: "It could not be saved: %{details}",
      },
    },
  };
  window.CMS_MANUAL_INIT = true;
  addEventListener("DOMContentLoaded", () => {
    CMS.registerLocale("en-GB", words);
    CMS.init();
  });
})();
