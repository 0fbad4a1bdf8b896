-- What the CI system says of a pull request where no forge does.
alter table pull_request
    add column uploaded_title text,
    add column uploaded_author text;
