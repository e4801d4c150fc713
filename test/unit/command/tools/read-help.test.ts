import { expect, it } from 'vitest';
import { readHelp } from '../../../../src/command/tools/read-help.ts';

const table = `This tool helps to do things.
Option (* = required)                    Description                            
------                                   -----------                            
* --bootstrap-server <String: server to  REQUIRED: The Kafka server to connect  
  connect to>                              to.                                  
--codec [String: compression-codec]      The codec. If specified without value, 
                                           it is gzip.                          
--config <String: name=value>            A topic configuration over-            
                                           ride. The following is a list:       
                                         	retention.ms                          
                                         	a.long.                               
                                           name                                 
--list                                   List all.                              
--help                                   Print usage information.               
`;

it('reads the table of joptsimple', () => {
  expect(readHelp(table)).toEqual({
    about: 'This tool helps to do things',
    verbs: {},
    options: {
      '--bootstrap-server': {
        about: 'The Kafka server to connect to',
        value: 'server to connect to',
        isRequired: true,
      },
      '--codec': { about: 'The codec', value: 'compression-codec', isOptional: true },
      '--config': {
        about: 'A topic configuration over-ride',
        value: 'name=value',
        names: ['retention.ms', 'a.long.name'],
      },
      '--list': { about: 'List all' },
    },
  });
});

const usage = `usage: tool [-h] [--props A=B [A=B ...]] --topic TOPIC (--size SIZE | --file FILE)
            {list,add} ...

This tool is of use.

positional arguments:
  {list,add}
    list                 Get a list
    add                  Add
                         one

optional arguments:
  -h, --help             show this help message and exit
  --topic TOPIC          Produce to this topic. Or to that.
  -c CONFIG, --config CONFIG
                         Property file
  --props A=B [A=B ...]
                         Properties
  --print                Print
`;

it('reads the usage of argparse4j', () => {
  expect(readHelp(usage)).toEqual({
    about: 'This tool is of use',
    abbreviates: true,
    verbs: { list: 'Get a list', add: 'Add one' },
    options: {
      '--topic': { about: 'Produce to this topic', value: 'topic', isRequired: true },
      '--config': { about: 'Property file', value: 'config' },
      '--props': { about: 'Properties', value: 'a=b' },
      '--print': { about: 'Print' },
    },
  });
});

it('makes nothing of what is neither', () => {
  expect(readHelp('Invalid number of arguments.')).toEqual({ about: '', options: {}, verbs: {} });
});
