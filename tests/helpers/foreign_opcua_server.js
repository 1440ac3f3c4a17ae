// A server by another hand (node-opcua, with the official nodesets): a machine's tags with a PLC
// program behind them, and a joining system.  Prints its port, then obeys one JSON line at a time:
// {"do": "tighten", "torque": 25.1}, {"do": "state", "value": "idle"}, {"do": "quit"}.
const readline = require("readline");
const {
  OPCUAServer, DataType, nodesets, coerceLocalizedText,
} = require("node-opcua");

const OUR_TAGS = "urn:asbuilt:machine";
const BASE = "http://opcfoundation.org/UA/IJT/Base/";
const RESULT = "http://opcfoundation.org/UA/Machinery/Result/";
const { standard, di, ia, machinery, machineryResult, amb, ijtBase } = nodesets;
const CYCLE_MS = 20, WORK_MS = 60, LOW = 23.5, HIGH = 26.5;

function machine(space) {
  const own = space.registerNamespace(OUR_TAGS);
  const folder = own.addObject({ organizedBy: space.rootFolder.objects, browseName: "Machine" });
  const values = {
    State: ["String", "running"], PartPresent: ["Boolean", true], Heartbeat: ["UInt32", 0],
    Request: ["Boolean", false], RequestName: ["String", ""], RequestSerial: ["String", ""],
    RequestId: ["String", ""], Acknowledge: ["Boolean", false], AcknowledgeId: ["String", ""],
    Done: ["Boolean", false], ResultId: ["String", ""], ResultCode: ["String", ""],
    ResultText: ["String", ""],
  };
  const tags = {};
  for (const [name, [type, value]] of Object.entries(values)) {
    tags[name] = own.addVariable({
      componentOf: folder, browseName: name, nodeId: `s=Machine.${name}`, dataType: type,
      accessLevel: "CurrentRead | CurrentWrite", userAccessLevel: "CurrentRead | CurrentWrite",
      value: { dataType: DataType[type], value },
    });
  }
  const get = (name) => tags[name].readValue().value.value;
  const set = (name, value) =>
    tags[name].setValueFromSource({ dataType: DataType[values[name][0]], value });
  let takenAt = 0;
  const cycle = setInterval(() => {
    const id = get("RequestId");
    if (!get("Request")) {
      set("Acknowledge", false); set("Done", false);
    } else if (!get("Acknowledge") && id) {
      takenAt = Date.now(); set("AcknowledgeId", id); set("Acknowledge", true);
    } else if (!get("Done") && Date.now() - takenAt > WORK_MS) {
      set("ResultId", id); set("ResultCode", "0"); set("Done", true);
    }
  }, CYCLE_MS);
  const beat = setInterval(() => set("Heartbeat", get("Heartbeat") + 1), 500);
  return { set, stop: () => { clearInterval(cycle); clearInterval(beat); } };
}

function joining(space) {
  const base = space.getNamespaceIndex(BASE), result = space.getNamespaceIndex(RESULT);
  const make = (name, index, values) =>
    space.constructExtensionObject(space.findDataType(name, index), values);
  let number = 0;

  function structure(each) {
    const metaData = {
      resultId: `F-${each.number}`, isPartial: false, isSimulated: false, resultState: 1,
      creationTime: each.at, resultEvaluation: each.ok ? 1 : 2, sequenceNumber: [0, each.number],
      classification: 1, assemblyType: 1, isGeneratedOffline: false,
      associatedEntities: [
        { entityId: "SN-FOREIGN", entityType: 0, isExternal: true, name: "Serial" },
      ],
    };
    if (each.counted) metaData.resultCounters = [{ counterValue: 1, counterType: 1 }];
    const torque = {
      measuredValue: each.torque, name: "Final torque", resultEvaluation: each.ok ? 1 : 2,
      valueTag: 1, lowLimit: LOW, highLimit: HIGH, targetValue: 25, physicalQuantity: 2,
      engineeringUnits: { namespaceUri: "", unitId: 20053, displayName: "N·m", description: "" },
    };
    const content = make("JoiningResultDataType", base, { overallResultValues: [torque] });
    return make("ResultDataType", result, {
      resultMetaData: make("JoiningResultMetaDataType", base, metaData),
      resultContent: [{ dataType: DataType.ExtensionObject, value: content }],
    });
  }

  function raise(each) {
    const value = structure(each);
    const kind = space.findEventType("JoiningSystemResultReadyEventType", base);
    space.rootFolder.objects.server.raiseEvent(kind, {
      message: { dataType: DataType.LocalizedText, value: coerceLocalizedText("a result") },
      result: { dataType: DataType.ExtensionObject, value },
    });
  }

  return ({ torque = 25.1, counted = false }) => {
    const ok = torque >= LOW && torque <= HIGH;
    number += 1;
    raise({ number, at: new Date(), torque, ok, counted });
  };
}

(async () => {
  const server = new OPCUAServer({
    port: 0, hostname: "127.0.0.1", resourcePath: "/foreign", allowAnonymous: true,
    nodeset_filename: [standard, di, ia, machinery, machineryResult, amb, ijtBase],
  });
  await server.initialize();
  const space = server.engine.addressSpace;
  const plc = machine(space), tighten = joining(space);
  await server.start();
  console.log(JSON.stringify({ port: server.endpoints[0].port }));
  const lines = readline.createInterface({ input: process.stdin });
  lines.on("line", (line) => {
    const command = JSON.parse(line);
    if (command.do === "tighten") tighten(command);
    if (command.do === "state") plc.set("State", command.value);
    if (command.do === "quit") lines.close();
    console.log(JSON.stringify({ did: command.do }));
  });
  lines.on("close", async () => {
    plc.stop();
    await server.shutdown(0);
    process.exit(0);
  });
})().catch((error) => { console.error(error); process.exit(1); });
