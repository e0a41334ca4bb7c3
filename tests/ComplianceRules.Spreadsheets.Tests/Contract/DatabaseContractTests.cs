namespace ComplianceRules.Spreadsheets.Tests.Contract;

public sealed class DatabaseContractTests() : SnapshotSourceContract(new DatabaseKit());
