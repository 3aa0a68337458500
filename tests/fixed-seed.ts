import fc from 'fast-check'

// By itself fast-check begins from the clock, so that a run could fail that nothing has changed for.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20240229 })
