#!/usr/bin/env node
require('../dist/bundle/cahier.js')
