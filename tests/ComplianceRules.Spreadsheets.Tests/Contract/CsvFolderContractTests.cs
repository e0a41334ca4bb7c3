namespace ComplianceRules.Spreadsheets.Tests.Contract;

public sealed class CsvFolderContractTests() : SnapshotSourceContract(new CsvFolderKit());
