-- Drives the language server from Neovim, as its users would, and writes what they would see to a file, as JSON.
-- Arguments: the command that starts the server (JSON), the programme folder, the file to write.
local command, folder, out = vim.json.decode(arg[1]), arg[2], arg[3]
local seen = {}

local function wait(what, holds)
  if not vim.wait(30000, holds, 50) then error('waited in vain for ' .. what) end
end

local function edit(path)
  vim.cmd.edit(vim.fn.fnameescape(folder .. '/' .. path))
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start({ name = 'cahier', cmd = command, root_dir = folder, cmd_env = { CAHIER_DATE = '2026-11-24', LC_ALL = 'fr_FR.UTF-8' } })
  wait('the server', function() return vim.lsp.buf_is_attached(buffer, id) and vim.lsp.get_client_by_id(id).initialized end)
  return buffer
end

local function place(buffer, pattern, more)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local from = line:find(pattern, 1, true)
    if from then
      vim.api.nvim_win_set_cursor(0, { number, from - 1 + (more or 0) })
      return number, from
    end
  end
  error('nowhere: ' .. pattern)
end

local function ask(method, more)
  local params = vim.tbl_extend('force', vim.lsp.util.make_position_params(0), more or {})
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 30000) or {}) do
    if answer.error then return { error = answer.error.message } end
    return answer.result
  end
end

local function said(buffer)
  local messages = {}
  for _, one in ipairs(vim.diagnostic.get(buffer)) do table.insert(messages, one.code .. ': ' .. one.message) end
  return messages
end

-- Diagnostics, of what is typed and not saved; then the fix under one key.
local buffer = edit('axes/services/guichet-humain.md')
local line = place(buffer, 'horizon: moyen')
vim.api.nvim_buf_set_lines(buffer, line - 1, line, false, { 'horizon: Moyen' })
local function has(code) return function() return vim.tbl_contains(vim.tbl_map(function(one) return one.code end, vim.diagnostic.get(buffer)), code) end end
wait('a diagnostic', has('reference/vocabulary'))
seen.diagnostics = said(buffer)
place(buffer, 'horizon: Moyen', 10)
vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.isPreferred end })
wait('the fix', function() return vim.api.nvim_buf_get_lines(buffer, line - 1, line, false)[1] == 'horizon: moyen' end)
wait('its diagnostics', function() return not has('reference/vocabulary')() end)
seen.fixed = vim.api.nvim_buf_get_lines(buffer, line - 1, line, false)[1]

-- Hover and definition of a source.
place(buffer, '[@', 3)
seen.hover = ask('textDocument/hover').contents.value
vim.lsp.buf.definition()
wait('the bibliography', function() return vim.api.nvim_buf_get_name(0):match('sources%.yaml$') ~= nil end)
seen.definition = vim.api.nvim_get_current_line()

-- Completion of a citation half typed.
vim.cmd.buffer(buffer)
local last = vim.api.nvim_buf_line_count(buffer)
vim.api.nvim_buf_set_lines(buffer, last, last, false, { '', 'Voir [@insee' })
vim.api.nvim_win_set_cursor(0, { last + 2, 12 })
seen.completion = vim.tbl_map(function(item) return item.label end, ask('textDocument/completion'))
vim.api.nvim_buf_set_lines(buffer, last, last + 2, false, {})

-- Formatting gives back what was only written otherwise.
local before = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
local scale = place(buffer, 'scale: national')
vim.api.nvim_buf_set_lines(buffer, scale - 1, scale, false, { 'scale:    national' })
vim.lsp.buf.format({ timeout_ms = 30000 })
seen.formatted = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') == before
vim.cmd('silent write')

-- Renaming a proposal, with its file and all that names it.
local renamed = edit('axes/services/mode-hors-reseau.md')
place(renamed, 'title:', 8)
local done = false
local rename = vim.lsp.handlers['textDocument/rename']
vim.lsp.handlers['textDocument/rename'] = function(...)
  rename(...)
  done = true
end
vim.lsp.buf.rename('hors-reseau')
wait('the renaming', function() return done end)
vim.cmd('silent wall')
seen.renamed = vim.fn.filereadable(folder .. '/axes/services/hors-reseau.md') == 1 and vim.fn.filereadable(folder .. '/axes/services/mode-hors-reseau.md') == 0

vim.fn.writefile({ vim.json.encode(seen) }, out)
vim.cmd('qall!')
