namespace ComplianceRules.Spreadsheets.Tests.Contract;

public sealed class CsvFileContractTests() : SnapshotSourceContract(new CsvFileKit());
