-- Jobs that wait until the history that they belong to is whole. Until now they were told by how far they were put off.
alter table job add column held boolean not null default false;
update job set held = true where state = 'ready' and not_before > now() + interval '20 minutes';
create index job_held on job (project_id) where held;
