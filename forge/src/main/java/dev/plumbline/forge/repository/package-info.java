/** A repository on a forge: the one interface to it, and its pull requests, comments, checks, issues and CI runs. */
@NullMarked
package dev.plumbline.forge.repository;

import org.jspecify.annotations.NullMarked;
