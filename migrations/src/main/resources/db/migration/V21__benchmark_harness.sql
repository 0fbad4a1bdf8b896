-- Which tool measured a benchmark first: pages speak in its words.
alter table benchmark
    add column harness text not null default 'jmh';
