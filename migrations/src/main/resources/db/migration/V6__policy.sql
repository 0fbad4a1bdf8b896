-- What a project wants to be told on pull requests, and which regressions stop a merge. No row: as the defaults say.
create table policy (
    project_id     bigint      not null references project,
    comment        text        not null default 'always' check (comment in ('always', 'changes', 'never')),
    reports_check  boolean     not null default true,
    blocks         jsonb       not null default '[]',
    updated_at     timestamptz not null default now(),
    primary key (project_id)
);

-- What the addresses of a project's pictures are signed with, so that a comment can show those of a private project.
alter table project
    add column picture_key bytea not null
        default sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))
        check (octet_length(picture_key) = 32);
