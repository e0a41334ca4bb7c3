namespace ComplianceRules.Spreadsheets.Tests.Contract;

public sealed class NdjsonContractTests() : SnapshotSourceContract(new NdjsonKit());
