//go:build race

package sheet

const raceDetector = true // everything takes several times as long
