#!/usr/bin/env node

import '../dist/bundle/cahier.js'
