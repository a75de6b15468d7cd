namespace KeyProducts.Domain;
/// <summary>x</summary>
public static class Ranking { 
/// <summary>x</summary>
public static RankingResult Of(RankingInput input) => new([], [], [], []); }
