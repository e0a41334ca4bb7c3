namespace ComplianceRules.Spreadsheets.Tests.Contract;

public sealed class JsonContractTests() : SnapshotSourceContract(new JsonKit());
