namespace ComplianceRules.Spreadsheets.Tests.Contract;

public sealed class ObjectContractTests() : SnapshotSourceContract(new ObjectKit());
