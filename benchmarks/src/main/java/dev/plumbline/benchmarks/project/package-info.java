/** The program that fills a server with a made-up project. */
@NullMarked
package dev.plumbline.benchmarks.project;

import org.jspecify.annotations.NullMarked;
