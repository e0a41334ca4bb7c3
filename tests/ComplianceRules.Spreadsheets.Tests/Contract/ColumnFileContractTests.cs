namespace ComplianceRules.Spreadsheets.Tests.Contract;

public sealed class ColumnFileContractTests() : SnapshotSourceContract(new ColumnFileKit());
